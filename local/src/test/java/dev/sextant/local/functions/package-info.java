/** The scorer's own handler on a real database. */
@NullMarked
package dev.sextant.local.functions;

import org.jspecify.annotations.NullMarked;
