/** What each login may do, on a real PostgreSQL. */
@NullMarked
package dev.sextant.infra.database;

import org.jspecify.annotations.NullMarked;
