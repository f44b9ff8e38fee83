// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.sim.baseline.vpa;

/** What is recommended: CPU in millicores, memory in bytes. */
enum Resource {
    CPU,
    MEMORY
}
