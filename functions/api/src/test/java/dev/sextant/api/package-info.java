/** The API function without a database. */
@NullMarked
package dev.sextant.api;

import org.jspecify.annotations.NullMarked;
