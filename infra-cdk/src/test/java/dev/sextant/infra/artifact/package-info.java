/** What is said when the build has not run. */
@NullMarked
package dev.sextant.infra.artifact;

import org.jspecify.annotations.NullMarked;
