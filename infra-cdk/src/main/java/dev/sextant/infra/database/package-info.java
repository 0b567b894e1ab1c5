/** What a deployed database needs before functions use it: its schema, and a login for each of them. */
@NullMarked
package dev.sextant.infra.database;

import org.jspecify.annotations.NullMarked;
