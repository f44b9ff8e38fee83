// SPDX-License-Identifier: Apache-2.0

/**
 * Where everything is put together, once: a configuration becomes a running controller. What
 * decides stands in core, what talks to the world in adapters; here stand the threads, the clock
 * and what is done when a part of the world is missing.
 */
@NullMarked
package dev.plimsoll.app;

import org.jspecify.annotations.NullMarked;
