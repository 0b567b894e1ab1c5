/** Tests of the SQL client's parts; the whole is tested against the endpoint by the local desk. */
@NullMarked
package dev.sextant.platform.sql;

import org.jspecify.annotations.NullMarked;
