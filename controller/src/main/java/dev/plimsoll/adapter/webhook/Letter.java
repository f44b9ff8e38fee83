// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.adapter.webhook;

import java.time.Instant;

/**
 * An event as it is sent, with the same bytes at each attempt.
 *
 * @param since when it began to wait
 */
record Letter(String id, String body, Instant since) {}
