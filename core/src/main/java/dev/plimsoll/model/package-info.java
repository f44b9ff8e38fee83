// SPDX-License-Identifier: Apache-2.0

/**
 * The nouns that every stage shares: workloads, objectives, actions. Depends on nothing; holds no
 * algorithm.
 */
@NullMarked
package dev.plimsoll.model;

import org.jspecify.annotations.NullMarked;
