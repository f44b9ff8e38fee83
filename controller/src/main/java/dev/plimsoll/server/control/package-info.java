// SPDX-License-Identifier: Apache-2.0

/**
 * What can be asked of a running controller: over its Unix socket, by whoever owns it, and on its
 * management address, by whatever watches it. Who answers is behind a {@link
 * dev.plimsoll.server.control.Desk}; how a controller works is not known here.
 */
@NullMarked
package dev.plimsoll.server.control;

import org.jspecify.annotations.NullMarked;
