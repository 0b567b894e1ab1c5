/** The functions' own handlers on a real database: the scorer's decisions, and each function started by itself. */
@NullMarked
package dev.sextant.local.functions;

import org.jspecify.annotations.NullMarked;
