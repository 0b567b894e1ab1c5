/** What fills add up to: positions and their profit, as pure folds. */
@NullMarked
package dev.sextant.domain.portfolio;

import org.jspecify.annotations.NullMarked;
