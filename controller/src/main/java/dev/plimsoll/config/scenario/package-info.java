// SPDX-License-Identifier: Apache-2.0

/**
 * Scenarios as YAML: each part of the file has a class that reads it, checks it by itself, and
 * makes of it what the simulator plays; what parts have to do with each other is checked in one
 * place. How a scenario is played is the simulator's.
 */
@NullMarked
package dev.plimsoll.config.scenario;

import org.jspecify.annotations.NullMarked;
