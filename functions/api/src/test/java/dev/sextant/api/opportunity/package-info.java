/** Decisions told in words. */
@NullMarked
package dev.sextant.api.opportunity;

import org.jspecify.annotations.NullMarked;
