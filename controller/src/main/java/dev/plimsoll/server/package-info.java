// SPDX-License-Identifier: Apache-2.0

/**
 * What servers share: the socket of which nobody else may be the owner, a web server that leaves
 * terminal and shutdown to the command, and the forms in which they answer. Each server has a
 * package of its own below; none sees another.
 */
@NullMarked
package dev.plimsoll.server;

import org.jspecify.annotations.NullMarked;
