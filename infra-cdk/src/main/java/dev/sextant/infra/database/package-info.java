/** What a deployed database needs before functions use it: its schema, and passwords for the roles in it. */
@NullMarked
package dev.sextant.infra.database;

import org.jspecify.annotations.NullMarked;
