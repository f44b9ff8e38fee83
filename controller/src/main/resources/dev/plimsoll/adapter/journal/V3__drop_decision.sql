-- SPDX-License-Identifier: Apache-2.0
-- What the second migration made needless.
DROP TABLE IF EXISTS decision;

DROP INDEX IF EXISTS outcome_by_time;
