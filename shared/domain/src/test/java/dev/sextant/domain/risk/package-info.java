/** The risk rules, one by one and as folds. */
@NullMarked
package dev.sextant.domain.risk;

import org.jspecify.annotations.NullMarked;
