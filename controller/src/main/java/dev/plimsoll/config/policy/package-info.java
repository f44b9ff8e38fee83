// SPDX-License-Identifier: Apache-2.0

/**
 * What a controller is told: its policies and what it needs itself, as YAML and as one immutable
 * tree. Each part of a file has a class that reads it and checks it by itself; what parts have to
 * do with each other is checked in one place. Nothing here opens a connection or another file.
 */
@NullMarked
package dev.plimsoll.config.policy;

import org.jspecify.annotations.NullMarked;
