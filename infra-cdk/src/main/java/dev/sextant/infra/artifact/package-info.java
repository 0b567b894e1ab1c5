/** What the build has to have produced before a desk can be synthesised. */
@NullMarked
package dev.sextant.infra.artifact;

import org.jspecify.annotations.NullMarked;
