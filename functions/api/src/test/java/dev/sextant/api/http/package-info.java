/** The shapes shared by all answers and requests. */
@NullMarked
package dev.sextant.api.http;

import org.jspecify.annotations.NullMarked;
