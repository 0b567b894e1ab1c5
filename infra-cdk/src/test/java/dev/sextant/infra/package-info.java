/** What the stacks promise, read from the templates they synthesise to. */
@NullMarked
package dev.sextant.infra;

import org.jspecify.annotations.NullMarked;
