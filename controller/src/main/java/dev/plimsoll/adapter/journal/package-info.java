// SPDX-License-Identifier: Apache-2.0

/**
 * The journal in a store that survives: H2 on disk or PostgreSQL, by one schema. No decisions are
 * made here, and nothing is known of platforms or policies.
 */
@NullMarked
package dev.plimsoll.adapter.journal;

import org.jspecify.annotations.NullMarked;
