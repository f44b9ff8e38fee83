// SPDX-License-Identifier: Apache-2.0

/**
 * What adapters to systems behind a socket share: HTTP/1.1 over a Unix domain socket, how far the
 * clock at the other end is from ours, and why there is no answer. What is asked and what an answer
 * means is the adapter's.
 */
@NullMarked
package dev.plimsoll.http;

import org.jspecify.annotations.NullMarked;
