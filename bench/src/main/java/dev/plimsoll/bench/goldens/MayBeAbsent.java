// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.goldens;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a field of a golden file that need not be there, or may be null; all others must be. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.PARAMETER})
@interface MayBeAbsent {}
