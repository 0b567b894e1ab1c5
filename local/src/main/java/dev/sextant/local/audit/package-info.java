/** The audit log outside the desk: as a file of lines, and verified from the log itself. */
@NullMarked
package dev.sextant.local.audit;

import org.jspecify.annotations.NullMarked;
