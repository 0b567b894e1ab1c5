/** The direct lane with the parts around it. */
@NullMarked
package dev.sextant.local.direct;

import org.jspecify.annotations.NullMarked;
