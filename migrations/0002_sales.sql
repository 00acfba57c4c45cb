CREATE TABLE `campaign_members` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`event_id` text NOT NULL,
	`campaign_id` text NOT NULL,
	`company_id` text NOT NULL,
	`deal_id` text,
	`contact_id` text,
	`proposal_id` text,
	`state` text NOT NULL,
	`score` integer,
	`step` integer DEFAULT 0 NOT NULL,
	`next_at` integer,
	`approval_id` text,
	`stop_reason` text,
	`version` integer DEFAULT 1 NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`campaign_id`) REFERENCES `outreach_campaigns`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `campaign_members_company` ON `campaign_members` (`campaign_id`,`company_id`);--> statement-breakpoint
CREATE INDEX `campaign_members_due` ON `campaign_members` (`event_id`,`next_at`);--> statement-breakpoint
CREATE INDEX `campaign_members_contact` ON `campaign_members` (`organization_id`,`contact_id`);--> statement-breakpoint
CREATE TABLE `companies` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`name` text NOT NULL,
	`domain` text DEFAULT '' NOT NULL,
	`website` text DEFAULT '' NOT NULL,
	`industry` text DEFAULT '' NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`topics` text DEFAULT '[]' NOT NULL,
	`audience` text DEFAULT '[]' NOT NULL,
	`employees` integer,
	`country` text DEFAULT '' NOT NULL,
	`city` text DEFAULT '' NOT NULL,
	`linkedin_url` text DEFAULT '' NOT NULL,
	`budget_minor` integer,
	`budget_currency` text,
	`goals` text DEFAULT '[]' NOT NULL,
	`source` text NOT NULL,
	`external_ids` text DEFAULT '{}' NOT NULL,
	`owner` text,
	`do_not_contact` integer DEFAULT false NOT NULL,
	`edited_fields` text DEFAULT '[]' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `companies_domain` ON `companies` (`organization_id`,`domain`) WHERE domain <> '';--> statement-breakpoint
CREATE INDEX `companies_name` ON `companies` (`organization_id`,`name`);--> statement-breakpoint
CREATE TABLE `crm_contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`company_id` text NOT NULL,
	`name` text NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`title` text DEFAULT '' NOT NULL,
	`seniority` text DEFAULT '' NOT NULL,
	`department` text DEFAULT '' NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`linkedin_url` text DEFAULT '' NOT NULL,
	`time_zone` text,
	`locale` text,
	`source` text NOT NULL,
	`basis` text DEFAULT '' NOT NULL,
	`external_ids` text DEFAULT '{}' NOT NULL,
	`owner` text,
	`edited_fields` text DEFAULT '[]' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `crm_contacts_email` ON `crm_contacts` (`organization_id`,`email`) WHERE email <> '';--> statement-breakpoint
CREATE INDEX `crm_contacts_company` ON `crm_contacts` (`organization_id`,`company_id`);--> statement-breakpoint
CREATE TABLE `crm_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`company_id` text NOT NULL,
	`deal_id` text,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`author` text NOT NULL,
	`due_at` integer,
	`done_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `crm_notes_company` ON `crm_notes` (`organization_id`,`company_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `deals` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`event_id` text NOT NULL,
	`company_id` text NOT NULL,
	`contact_id` text,
	`package_id` text,
	`stage` text NOT NULL,
	`amount_minor` integer DEFAULT 0 NOT NULL,
	`currency` text NOT NULL,
	`score` integer,
	`score_parts` text,
	`probability` real,
	`features` text,
	`lost_reason` text DEFAULT '' NOT NULL,
	`owner` text,
	`next_action` text DEFAULT '' NOT NULL,
	`next_action_at` integer,
	`position` real DEFAULT 0 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`stage_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deals_company` ON `deals` (`organization_id`,`event_id`,`company_id`);--> statement-breakpoint
CREATE INDEX `deals_stage` ON `deals` (`organization_id`,`event_id`,`stage`,`position`);--> statement-breakpoint
CREATE TABLE `engagements` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`event_id` text NOT NULL,
	`company_id` text NOT NULL,
	`contact_id` text,
	`sales_message_id` text,
	`proposal_id` text,
	`kind` text NOT NULL,
	`machine` integer DEFAULT false NOT NULL,
	`detail` text DEFAULT '' NOT NULL,
	`ref` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `engagements_ref` ON `engagements` (`organization_id`,`ref`);--> statement-breakpoint
CREATE INDEX `engagements_company` ON `engagements` (`organization_id`,`company_id`,`at`);--> statement-breakpoint
CREATE INDEX `engagements_message` ON `engagements` (`organization_id`,`sales_message_id`);--> statement-breakpoint
CREATE INDEX `engagements_event` ON `engagements` (`organization_id`,`event_id`,`at`);--> statement-breakpoint
CREATE TABLE `meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`event_id` text NOT NULL,
	`company_id` text NOT NULL,
	`deal_id` text,
	`contact_id` text,
	`title` text NOT NULL,
	`host` text DEFAULT '' NOT NULL,
	`guest_name` text NOT NULL,
	`guest_email` text NOT NULL,
	`guest_time_zone` text,
	`state` text NOT NULL,
	`starts_at` integer,
	`ends_at` integer,
	`minutes` integer NOT NULL,
	`location` text DEFAULT '' NOT NULL,
	`uid` text NOT NULL,
	`sequence` integer DEFAULT 0 NOT NULL,
	`provider` text NOT NULL,
	`provider_ref` text,
	`token` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meetings_token` ON `meetings` (`token`);--> statement-breakpoint
CREATE UNIQUE INDEX `meetings_start` ON `meetings` (`organization_id`,`host`,`starts_at`) WHERE state = 'booked';--> statement-breakpoint
CREATE INDEX `meetings_event` ON `meetings` (`organization_id`,`event_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `meetings_company` ON `meetings` (`organization_id`,`company_id`);--> statement-breakpoint
CREATE TABLE `outreach_campaigns` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`event_id` text NOT NULL,
	`name` text NOT NULL,
	`state` text NOT NULL,
	`settings` text NOT NULL,
	`created_by` text NOT NULL,
	`started_at` integer,
	`ended_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `outreach_campaigns_event` ON `outreach_campaigns` (`organization_id`,`event_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `proposal_versions` (
	`organization_id` text NOT NULL,
	`proposal_id` text NOT NULL,
	`version` integer NOT NULL,
	`content` text NOT NULL,
	`reason` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`proposal_id`, `version`),
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`proposal_id`) REFERENCES `sponsor_proposals`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `proposal_visits` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`event_id` text NOT NULL,
	`proposal_id` text NOT NULL,
	`version` integer NOT NULL,
	`machine` integer NOT NULL,
	`sections` text DEFAULT '{}' NOT NULL,
	`downloads` integer DEFAULT 0 NOT NULL,
	`started_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`proposal_id`) REFERENCES `sponsor_proposals`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `proposal_visits_proposal` ON `proposal_visits` (`organization_id`,`proposal_id`,`started_at`);--> statement-breakpoint
CREATE TABLE `sales_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`event_id` text NOT NULL,
	`company_id` text NOT NULL,
	`contact_id` text,
	`deal_id` text,
	`member_id` text,
	`proposal_id` text,
	`direction` text NOT NULL,
	`step` integer,
	`angle` text,
	`command_id` text,
	`inbound_id` text,
	`message_id` text NOT NULL,
	`in_reply_to` text DEFAULT '' NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`class` text,
	`confidence` real,
	`class_reason` text DEFAULT '' NOT NULL,
	`found` text DEFAULT '{}' NOT NULL,
	`handled_at` integer,
	`handled_by` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sales_messages_step` ON `sales_messages` (`member_id`,`step`) WHERE direction = 'out' AND member_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `sales_messages_company` ON `sales_messages` (`organization_id`,`company_id`,`at`);--> statement-breakpoint
CREATE INDEX `sales_messages_inbox` ON `sales_messages` (`organization_id`,`event_id`,`direction`,`at`);--> statement-breakpoint
CREATE INDEX `sales_messages_thread` ON `sales_messages` (`organization_id`,`message_id`);--> statement-breakpoint
CREATE INDEX `sales_messages_command` ON `sales_messages` (`organization_id`,`command_id`);--> statement-breakpoint
CREATE TABLE `sponsor_packages` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`event_id` text NOT NULL,
	`name` text NOT NULL,
	`price_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`early_bird_minor` integer,
	`early_bird_until` text,
	`stock` integer,
	`benefits` text NOT NULL,
	`exclusive_industry` text DEFAULT '' NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sponsor_packages_event` ON `sponsor_packages` (`organization_id`,`event_id`,`position`);--> statement-breakpoint
CREATE TABLE `sponsor_proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`event_id` text NOT NULL,
	`company_id` text NOT NULL,
	`deal_id` text NOT NULL,
	`contact_id` text,
	`package_id` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`token` text NOT NULL,
	`created_by` text NOT NULL,
	`sent_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sponsor_proposals_token` ON `sponsor_proposals` (`token`);--> statement-breakpoint
CREATE INDEX `sponsor_proposals_event` ON `sponsor_proposals` (`organization_id`,`event_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `sponsor_proposals_company` ON `sponsor_proposals` (`organization_id`,`company_id`);--> statement-breakpoint
CREATE TABLE `sponsorships` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`company_id` text NOT NULL,
	`event_id` text,
	`event_name` text NOT NULL,
	`year` integer,
	`level` text DEFAULT '' NOT NULL,
	`amount_minor` integer,
	`currency` text,
	`topics` text DEFAULT '[]' NOT NULL,
	`quote` text DEFAULT '' NOT NULL,
	`quote_by` text DEFAULT '' NOT NULL,
	`outcome` text DEFAULT '' NOT NULL,
	`source` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sponsorships_company` ON `sponsorships` (`organization_id`,`company_id`);