/** The desk on AWS, as CDK constructs. */
@NullMarked
package dev.sextant.infra;

import org.jspecify.annotations.NullMarked;
