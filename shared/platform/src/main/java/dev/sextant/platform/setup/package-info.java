/** Accounts and strategies of a deployed desk, written when its database is prepared; a desk on one machine writes its own. */
@NullMarked
package dev.sextant.platform.setup;

import org.jspecify.annotations.NullMarked;
