/** The order store on Postgres: each step is one SQL function, called with one JSON document. */
@NullMarked
package dev.sextant.platform.orders;

import org.jspecify.annotations.NullMarked;
