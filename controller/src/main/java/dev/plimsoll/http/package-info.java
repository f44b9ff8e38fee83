// SPDX-License-Identifier: Apache-2.0

/**
 * HTTP/1.1 over a Unix domain socket, for adapters to systems that listen on one. What is asked and
 * what an answer means is the adapter's.
 */
@NullMarked
package dev.plimsoll.http;

import org.jspecify.annotations.NullMarked;
