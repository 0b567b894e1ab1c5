/** The schema as it is promised: names, types, constraints, and who may do what. */
@NullMarked
package dev.sextant.local.schema;

import org.jspecify.annotations.NullMarked;
