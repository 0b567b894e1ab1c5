/**
 * SQL over the RDS Data API: statements with named parameters, rows with typed getters, and failures sorted into
 * <em>rejected</em>, <em>unknown</em> and <em>unavailable</em>. The same client talks to Aurora and to the local
 * endpoint; which one is a matter of the standard {@code AWS_ENDPOINT_URL} variables.
 */
@NullMarked
package dev.sextant.platform.sql;

import org.jspecify.annotations.NullMarked;
