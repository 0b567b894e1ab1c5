/** Plans from frames. */
@NullMarked
package dev.sextant.planning;

import org.jspecify.annotations.NullMarked;
