/** The shapes shared by all answers and requests: pages, cursors, parameters and errors. */
@NullMarked
package dev.sextant.api.http;

import org.jspecify.annotations.NullMarked;
