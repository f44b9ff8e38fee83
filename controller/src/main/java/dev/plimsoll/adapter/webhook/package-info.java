// SPDX-License-Identifier: Apache-2.0

/**
 * Events as signed web hooks: CloudEvents 1.0 in JSON, signed as Standard Webhooks 1.0 says. Each
 * receiver has a queue and a thread of its own, so that one that fails holds up nobody else. What
 * waits is in memory and ends with the process; up to which position of a journal nothing waits is
 * known, so that the rest can be told again. It knows neither files but its secrets nor other
 * adapters.
 */
@NullMarked
package dev.plimsoll.adapter.webhook;

import org.jspecify.annotations.NullMarked;
