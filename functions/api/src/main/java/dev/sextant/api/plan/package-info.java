/** Plans of several orders: which, what became of them, and what they earned. */
@NullMarked
package dev.sextant.api.plan;

import org.jspecify.annotations.NullMarked;
