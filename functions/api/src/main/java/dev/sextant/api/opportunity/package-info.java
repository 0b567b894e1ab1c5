/** Triangles that paid for a while: which, for how long, and what share of them one would still have met. */
@NullMarked
package dev.sextant.api.opportunity;

import org.jspecify.annotations.NullMarked;
