/** The booked positions and the fills they were made from, as stored. */
@NullMarked
package dev.sextant.platform.portfolio;

import org.jspecify.annotations.NullMarked;
