/** Money computed once more from the fills alone, beside what is stored. */
@NullMarked
package dev.sextant.api.recompute;

import org.jspecify.annotations.NullMarked;
