// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.control;

import dev.plimsoll.plan.Outlook;
import dev.plimsoll.plan.Want;

/** What an observation led to: the outlook, and what the policy would hold if it were free to. */
public record Assessment(Outlook outlook, Want want) {}
