/** Tests of the market facts. */
@NullMarked
package dev.sextant.domain.market;

import org.jspecify.annotations.NullMarked;
