/** Settings every deployable shares, read from the environment and checked at start. */
@NullMarked
package dev.sextant.platform.config;

import org.jspecify.annotations.NullMarked;
