/** Decisions told in words. */
@NullMarked
package dev.sextant.api.decision;

import org.jspecify.annotations.NullMarked;
