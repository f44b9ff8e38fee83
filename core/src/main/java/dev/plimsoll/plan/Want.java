// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.plan;

/** The replicas that a policy would hold now if changing them were free, and why. */
public record Want(int replicas, Reason reason) {}
