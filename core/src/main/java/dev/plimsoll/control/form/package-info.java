// SPDX-License-Identifier: Apache-2.0

/**
 * Journal entries as bytes, in a numbered form that later versions go on reading. No store: where
 * the bytes are kept is an adapter's affair.
 */
@NullMarked
package dev.plimsoll.control.form;

import org.jspecify.annotations.NullMarked;
