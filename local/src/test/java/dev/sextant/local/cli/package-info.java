/** What commands say, without a desk. */
@NullMarked
package dev.sextant.local.cli;

import org.jspecify.annotations.NullMarked;
