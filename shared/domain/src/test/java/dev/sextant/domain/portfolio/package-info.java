/** Positions against cash, on generated fills. */
@NullMarked
package dev.sextant.domain.portfolio;

import org.jspecify.annotations.NullMarked;
