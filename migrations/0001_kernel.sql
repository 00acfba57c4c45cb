CREATE TABLE `autonomy_proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`event_id` text NOT NULL,
	`agent` text NOT NULL,
	`tool` text NOT NULL,
	`direction` text NOT NULL,
	`state` text NOT NULL,
	`from_allowance` integer NOT NULL,
	`to_allowance` integer NOT NULL,
	`evidence` text NOT NULL,
	`created_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `autonomy_proposals_event` ON `autonomy_proposals` (`organization_id`,`event_id`,`state`,`created_at`);--> statement-breakpoint
CREATE TABLE `policy_versions` (
	`organization_id` text NOT NULL,
	`event_id` text NOT NULL,
	`scope` text NOT NULL,
	`version` integer NOT NULL,
	`body` text NOT NULL,
	`note` text NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`event_id`, `scope`, `version`),
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `policy_versions_event` ON `policy_versions` (`organization_id`,`event_id`,`changed_at`);--> statement-breakpoint
CREATE TABLE `stops` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`event_id` text NOT NULL,
	`kind` text NOT NULL,
	`agents` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`lifted_at` integer,
	`result` text NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `stops_event` ON `stops` (`organization_id`,`event_id`,`at`);--> statement-breakpoint
CREATE TABLE `contact_states` (
	`organization_id` text NOT NULL,
	`address` text NOT NULL,
	`company_domain` text NOT NULL,
	`time_zone` text,
	`last_reply_at` integer,
	`stopped_at` integer,
	`stop_reason` text,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `address`),
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `contact_states_company` ON `contact_states` (`organization_id`,`company_domain`);--> statement-breakpoint
CREATE TABLE `erasures` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`subject_digest` text NOT NULL,
	`requested_by` text NOT NULL,
	`state` text NOT NULL,
	`receipt` text NOT NULL,
	`requested_at` integer NOT NULL,
	`finished_at` integer,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `erasures_organization` ON `erasures` (`organization_id`,`requested_at`);--> statement-breakpoint
CREATE TABLE `inbound_mails` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`event_id` text,
	`command_id` text,
	`provider_ref` text NOT NULL,
	`from_address` text NOT NULL,
	`to_address` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inbound_mails_ref` ON `inbound_mails` (`organization_id`,`provider_ref`);--> statement-breakpoint
CREATE INDEX `inbound_mails_from` ON `inbound_mails` (`organization_id`,`from_address`,`at`);--> statement-breakpoint
CREATE TABLE `log_entries` (
	`organization_id` text NOT NULL,
	`event_id` text NOT NULL,
	`seq` integer NOT NULL,
	`source` text NOT NULL,
	`row_id` text NOT NULL,
	`row_hash` text NOT NULL,
	`hash` text NOT NULL,
	`sealed_at` integer NOT NULL,
	`pruned_at` integer,
	PRIMARY KEY(`event_id`, `seq`),
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `log_entries_row` ON `log_entries` (`event_id`,`source`,`row_id`);--> statement-breakpoint
CREATE INDEX `log_entries_organization` ON `log_entries` (`organization_id`,`event_id`);--> statement-breakpoint
CREATE TABLE `subject_keys` (
	`organization_id` text NOT NULL,
	`subject` text NOT NULL,
	`key` text,
	`created_at` integer NOT NULL,
	`destroyed_at` integer,
	PRIMARY KEY(`organization_id`, `subject`),
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `approval_votes` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`event_id` text NOT NULL,
	`approval_id` text NOT NULL,
	`version` integer NOT NULL,
	`actor` text NOT NULL,
	`on_behalf_of` text NOT NULL,
	`decision` text NOT NULL,
	`reason` text,
	`took_ms` integer,
	`at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`approval_id`) REFERENCES `approvals`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `approval_votes_actor` ON `approval_votes` (`approval_id`,`version`,`actor`);--> statement-breakpoint
CREATE UNIQUE INDEX `approval_votes_right` ON `approval_votes` (`approval_id`,`version`,`on_behalf_of`);--> statement-breakpoint
CREATE INDEX `approval_votes_event` ON `approval_votes` (`organization_id`,`event_id`,`at`);--> statement-breakpoint
CREATE TABLE `budgets` (
	`organization_id` text NOT NULL,
	`scope` text NOT NULL,
	`kind` text NOT NULL,
	`period` text NOT NULL,
	`reserved` integer NOT NULL,
	`spent` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`organization_id`, `scope`, `kind`, `period`),
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `command_transitions` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`event_id` text NOT NULL,
	`command_id` text NOT NULL,
	`from_state` text NOT NULL,
	`to_state` text NOT NULL,
	`cause` text NOT NULL,
	`attempt` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `command_transitions_command` ON `command_transitions` (`organization_id`,`command_id`,`at`);--> statement-breakpoint
CREATE INDEX `command_transitions_event` ON `command_transitions` (`organization_id`,`event_id`,`at`);--> statement-breakpoint
CREATE TABLE `delegations` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`from_user` text NOT NULL,
	`to_user` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `delegations_to` ON `delegations` (`organization_id`,`to_user`,`ends_at`);--> statement-breakpoint
ALTER TABLE `agent_settings` ADD `allowances` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `approvals` ADD `content` text;--> statement-breakpoint
ALTER TABLE `approvals` ADD `required` text;--> statement-breakpoint
ALTER TABLE `approvals` ADD `requested_by` text;--> statement-breakpoint
ALTER TABLE `approvals` ADD `reminders_sent` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `approvals` ADD `next_reminder_at` integer;--> statement-breakpoint
CREATE INDEX `approvals_reminder` ON `approvals` (`event_id`,`state`,`next_reminder_at`);--> statement-breakpoint
ALTER TABLE `outbox` ADD `purpose` text DEFAULT 'service' NOT NULL;--> statement-breakpoint
ALTER TABLE `outbox` ADD `reservation` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `undo_until` integer;