/** From an opportunity to the plan that trades it, for whichever lane: the books in the words of the order path. */
@NullMarked
package dev.sextant.planning;

import org.jspecify.annotations.NullMarked;
