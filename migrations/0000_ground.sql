CREATE TABLE `agent_analytics_activities` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`event_id` text,
	`agent_id` text NOT NULL,
	`agent_version` text,
	`activity_type` text NOT NULL,
	`input_data` text,
	`output_data` text,
	`status` text DEFAULT 'success' NOT NULL,
	`error_message` text,
	`autonomous` integer DEFAULT true NOT NULL,
	`required_human_review` integer DEFAULT false NOT NULL,
	`escalation_reason` text,
	`duration_ms` integer,
	`llm_tokens_used` integer,
	`created_at` integer NOT NULL,
	`run_id` text,
	`call_id` text,
	`tool` text,
	`conversation_id` text,
	`approval_id` text,
	`verdict` text,
	`rule` text,
	`model` text,
	`reasoning` text,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "analytics_activity_type" CHECK(activity_type IN ('database_queried', 'attendance_predicted', 'revenue_analyzed', 'anomalies_identified', 'actions_recommended', 'report_generated'))
);
--> statement-breakpoint
CREATE INDEX `idx_analytics_activities_event` ON `agent_analytics_activities` (`organization_id`,`event_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `idx_analytics_activities_type` ON `agent_analytics_activities` (`activity_type`);--> statement-breakpoint
CREATE TABLE `agent_marketing_activities` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`event_id` text,
	`agent_id` text NOT NULL,
	`agent_version` text,
	`activity_type` text NOT NULL,
	`input_data` text,
	`output_data` text,
	`status` text DEFAULT 'success' NOT NULL,
	`error_message` text,
	`autonomous` integer DEFAULT true NOT NULL,
	`required_human_review` integer DEFAULT false NOT NULL,
	`escalation_reason` text,
	`duration_ms` integer,
	`llm_tokens_used` integer,
	`created_at` integer NOT NULL,
	`run_id` text,
	`call_id` text,
	`tool` text,
	`conversation_id` text,
	`approval_id` text,
	`verdict` text,
	`rule` text,
	`model` text,
	`campaign_id` text,
	`optimization_reasoning` text,
	`metrics_before` text,
	`metrics_after` text,
	`performance_improvement` real,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "marketing_activity_type" CHECK(activity_type IN ('content_generation', 'post_scheduled', 'campaign_analyzed', 'email_sent', 'ab_test_started', 'timing_optimized', 'audience_segmented', 'metrics_monitored', 'campaign_optimized'))
);
--> statement-breakpoint
CREATE INDEX `idx_marketing_activities_event` ON `agent_marketing_activities` (`organization_id`,`event_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `idx_marketing_activities_campaign` ON `agent_marketing_activities` (`campaign_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `idx_marketing_activities_type` ON `agent_marketing_activities` (`activity_type`);--> statement-breakpoint
CREATE TABLE `agent_operations_activities` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`event_id` text,
	`agent_id` text NOT NULL,
	`agent_version` text,
	`activity_type` text NOT NULL,
	`input_data` text,
	`output_data` text,
	`status` text DEFAULT 'success' NOT NULL,
	`error_message` text,
	`autonomous` integer DEFAULT true NOT NULL,
	`required_human_review` integer DEFAULT false NOT NULL,
	`escalation_reason` text,
	`duration_ms` integer,
	`llm_tokens_used` integer,
	`created_at` integer NOT NULL,
	`run_id` text,
	`call_id` text,
	`tool` text,
	`conversation_id` text,
	`approval_id` text,
	`verdict` text,
	`rule` text,
	`model` text,
	`reasoning` text,
	`deliverable_id` text,
	`vendor_id` text,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "operations_activity_type" CHECK(activity_type IN ('deliverables_checked', 'reminder_sent', 'issue_escalated', 'ticket_sales_monitored', 'budget_tracked', 'status_report_generated'))
);
--> statement-breakpoint
CREATE INDEX `idx_operations_activities_event` ON `agent_operations_activities` (`organization_id`,`event_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `idx_operations_activities_type` ON `agent_operations_activities` (`activity_type`);--> statement-breakpoint
CREATE TABLE `agent_sales_activities` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`event_id` text,
	`agent_id` text NOT NULL,
	`agent_version` text,
	`activity_type` text NOT NULL,
	`input_data` text,
	`output_data` text,
	`status` text DEFAULT 'success' NOT NULL,
	`error_message` text,
	`autonomous` integer DEFAULT true NOT NULL,
	`required_human_review` integer DEFAULT false NOT NULL,
	`escalation_reason` text,
	`duration_ms` integer,
	`llm_tokens_used` integer,
	`created_at` integer NOT NULL,
	`run_id` text,
	`call_id` text,
	`tool` text,
	`conversation_id` text,
	`approval_id` text,
	`verdict` text,
	`rule` text,
	`model` text,
	`reasoning` text,
	`sponsor_id` text,
	`proposal_id` text,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "sales_activity_type" CHECK(activity_type IN ('prospect_search', 'lead_qualification', 'proposal_generation', 'email_sent', 'follow_up_sent', 'meeting_scheduled', 'crm_update', 'linkedin_search', 'engagement_analysis'))
);
--> statement-breakpoint
CREATE INDEX `idx_sales_activities_event` ON `agent_sales_activities` (`organization_id`,`event_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `idx_sales_activities_sponsor` ON `agent_sales_activities` (`sponsor_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `idx_sales_activities_type` ON `agent_sales_activities` (`activity_type`);--> statement-breakpoint
CREATE INDEX `idx_sales_activities_escalated` ON `agent_sales_activities` (`required_human_review`) WHERE required_human_review = 1;--> statement-breakpoint
CREATE TABLE `agent_support_activities` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`event_id` text,
	`agent_id` text NOT NULL,
	`agent_version` text,
	`activity_type` text NOT NULL,
	`input_data` text,
	`output_data` text,
	`status` text DEFAULT 'success' NOT NULL,
	`error_message` text,
	`autonomous` integer DEFAULT true NOT NULL,
	`required_human_review` integer DEFAULT false NOT NULL,
	`escalation_reason` text,
	`duration_ms` integer,
	`llm_tokens_used` integer,
	`created_at` integer NOT NULL,
	`run_id` text,
	`call_id` text,
	`tool` text,
	`conversation_id` text,
	`approval_id` text,
	`verdict` text,
	`rule` text,
	`model` text,
	`reasoning` text,
	`order_id` text,
	`ticket_id` text,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "support_activity_type" CHECK(activity_type IN ('knowledge_search', 'ticket_lookup', 'ticket_resent', 'ticket_transferred', 'refund_processed', 'human_escalation', 'question_answered', 'question_declined', 'code_sent', 'identity_verified', 'transfer_undone'))
);
--> statement-breakpoint
CREATE INDEX `idx_support_activities_event` ON `agent_support_activities` (`organization_id`,`event_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `idx_support_activities_conversation` ON `agent_support_activities` (`organization_id`,`conversation_id`);--> statement-breakpoint
CREATE INDEX `idx_support_activities_type` ON `agent_support_activities` (`activity_type`);--> statement-breakpoint
CREATE INDEX `idx_support_activities_escalated` ON `agent_support_activities` (`required_human_review`) WHERE required_human_review = 1;--> statement-breakpoint
CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`accountId` text NOT NULL,
	`providerId` text NOT NULL,
	`userId` text NOT NULL,
	`accessToken` text,
	`refreshToken` text,
	`idToken` text,
	`accessTokenExpiresAt` integer,
	`refreshTokenExpiresAt` integer,
	`scope` text,
	`password` text,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	FOREIGN KEY (`userId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `account_user` ON `account` (`userId`);--> statement-breakpoint
CREATE TABLE `apikey` (
	`id` text PRIMARY KEY NOT NULL,
	`configId` text DEFAULT 'default' NOT NULL,
	`name` text,
	`start` text,
	`referenceId` text NOT NULL,
	`prefix` text,
	`key` text NOT NULL,
	`refillInterval` integer,
	`refillAmount` integer,
	`lastRefillAt` integer,
	`enabled` integer,
	`rateLimitEnabled` integer,
	`rateLimitTimeWindow` integer,
	`rateLimitMax` integer,
	`requestCount` integer,
	`remaining` integer,
	`lastRequest` integer,
	`expiresAt` integer,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	`permissions` text,
	`metadata` text
);
--> statement-breakpoint
CREATE INDEX `apikey_key` ON `apikey` (`key`);--> statement-breakpoint
CREATE INDEX `apikey_reference` ON `apikey` (`referenceId`);--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`organizationId` text NOT NULL,
	`email` text NOT NULL,
	`role` text,
	`status` text NOT NULL,
	`expiresAt` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`inviterId` text NOT NULL,
	FOREIGN KEY (`organizationId`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`inviterId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `invitation_organization` ON `invitation` (`organizationId`);--> statement-breakpoint
CREATE INDEX `invitation_email` ON `invitation` (`email`);--> statement-breakpoint
CREATE TABLE `member` (
	`id` text PRIMARY KEY NOT NULL,
	`organizationId` text NOT NULL,
	`userId` text NOT NULL,
	`role` text NOT NULL,
	`createdAt` integer NOT NULL,
	FOREIGN KEY (`organizationId`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`userId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `member_organization_user` ON `member` (`organizationId`,`userId`);--> statement-breakpoint
CREATE INDEX `member_user` ON `member` (`userId`);--> statement-breakpoint
CREATE TABLE `organization` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`slug` text NOT NULL,
	`logo` text,
	`createdAt` integer NOT NULL,
	`metadata` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organization_slug_unique` ON `organization` (`slug`);--> statement-breakpoint
CREATE TABLE `passkey` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text,
	`publicKey` text NOT NULL,
	`userId` text NOT NULL,
	`credentialID` text NOT NULL,
	`counter` integer NOT NULL,
	`deviceType` text NOT NULL,
	`backedUp` integer NOT NULL,
	`transports` text,
	`createdAt` integer,
	`aaguid` text,
	FOREIGN KEY (`userId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `passkey_user` ON `passkey` (`userId`);--> statement-breakpoint
CREATE INDEX `passkey_credential` ON `passkey` (`credentialID`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`expiresAt` integer NOT NULL,
	`token` text NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL,
	`ipAddress` text,
	`userAgent` text,
	`userId` text NOT NULL,
	`activeOrganizationId` text,
	FOREIGN KEY (`userId`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token_unique` ON `session` (`token`);--> statement-breakpoint
CREATE INDEX `session_user` ON `session` (`userId`);--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`emailVerified` integer DEFAULT false NOT NULL,
	`image` text,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_email_unique` ON `user` (`email`);--> statement-breakpoint
CREATE TABLE `verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expiresAt` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`updatedAt` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verification_identifier` ON `verification` (`identifier`);--> statement-breakpoint
CREATE TABLE `attempt_counters` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `attempt_counters_expiry` ON `attempt_counters` (`expires_at`);--> statement-breakpoint
CREATE TABLE `conversations` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`event_id` text NOT NULL,
	`state` text NOT NULL,
	`order_id` text,
	`subject` text NOT NULL,
	`locale` text,
	`taken_by` text,
	`escalation_reason` text,
	`resolution` text NOT NULL,
	`rating` integer,
	`message_count` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `conversations_event` ON `conversations` (`organization_id`,`event_id`,`updated_at`);--> statement-breakpoint
CREATE INDEX `conversations_state` ON `conversations` (`organization_id`,`event_id`,`state`);--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`event_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`seq` integer NOT NULL,
	`author` text NOT NULL,
	`text` text NOT NULL,
	`detail` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_conversation` ON `messages` (`conversation_id`,`seq`);--> statement-breakpoint
CREATE INDEX `messages_event` ON `messages` (`organization_id`,`event_id`);--> statement-breakpoint
CREATE TABLE `verification_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`event_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`order_id` text NOT NULL,
	`holder_email` text NOT NULL,
	`code_hash` text NOT NULL,
	`attempts` integer NOT NULL,
	`used_at` integer,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `verification_codes_conversation` ON `verification_codes` (`organization_id`,`conversation_id`);--> statement-breakpoint
CREATE TABLE `agent_settings` (
	`organization_id` text NOT NULL,
	`event_id` text NOT NULL,
	`agent` text NOT NULL,
	`mode` text NOT NULL,
	`autonomy` integer NOT NULL,
	`paused` integer NOT NULL,
	`limits` text NOT NULL,
	`version` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	PRIMARY KEY(`event_id`, `agent`),
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `agent_settings_organization` ON `agent_settings` (`organization_id`);--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`name` text NOT NULL,
	`starts_at` text NOT NULL,
	`ends_at` text NOT NULL,
	`time_zone` text NOT NULL,
	`venue` text DEFAULT '' NOT NULL,
	`capacity` integer,
	`currency` text NOT NULL,
	`refund_policy` text NOT NULL,
	`brand_color` text NOT NULL,
	`contact_email` text NOT NULL,
	`website_url` text,
	`allowed_origins` text NOT NULL,
	`clock` text NOT NULL,
	`clock_now` integer,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `events_organization` ON `events` (`organization_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `settings` (
	`organization_id` text NOT NULL,
	`scope` text NOT NULL,
	`key` text NOT NULL,
	`value` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL,
	PRIMARY KEY(`organization_id`, `scope`, `key`),
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `import_rejects` (
	`import_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`line` integer NOT NULL,
	`reason` text NOT NULL,
	`cells` text NOT NULL,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `import_rejects_import` ON `import_rejects` (`import_id`,`line`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`event_id` text NOT NULL,
	`file_name` text NOT NULL,
	`source` text NOT NULL,
	`mapping` text NOT NULL,
	`state` text NOT NULL,
	`total_rows` integer NOT NULL,
	`done_rows` integer NOT NULL,
	`counts` text NOT NULL,
	`problem` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `imports_event` ON `imports` (`organization_id`,`event_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `documents` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`event_id` text NOT NULL,
	`title` text NOT NULL,
	`kind` text NOT NULL,
	`url` text,
	`markdown` text NOT NULL,
	`content_hash` text NOT NULL,
	`state` text NOT NULL,
	`problem` text,
	`refresh_hours` integer,
	`fetched_at` integer,
	`next_fetch_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `documents_event` ON `documents` (`organization_id`,`event_id`,`updated_at`);--> statement-breakpoint
CREATE INDEX `documents_due` ON `documents` (`next_fetch_at`);--> statement-breakpoint
CREATE TABLE `passages` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`event_id` text NOT NULL,
	`document_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`heading_path` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`document_id`) REFERENCES `documents`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `passages_document` ON `passages` (`document_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `passages_event` ON `passages` (`organization_id`,`event_id`);--> statement-breakpoint
CREATE TABLE `ledger_refunds` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`idempotency_key` text NOT NULL,
	`payment_ref` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`request_hash` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_refunds_key` ON `ledger_refunds` (`organization_id`,`idempotency_key`);--> statement-breakpoint
CREATE INDEX `ledger_refunds_payment` ON `ledger_refunds` (`organization_id`,`payment_ref`);--> statement-breakpoint
CREATE TABLE `mailbox` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`event_id` text,
	`idempotency_key` text NOT NULL,
	`sender` text NOT NULL,
	`recipients` text NOT NULL,
	`subject` text NOT NULL,
	`headers` text NOT NULL,
	`text` text NOT NULL,
	`html` text NOT NULL,
	`attachments` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mailbox_key` ON `mailbox` (`organization_id`,`idempotency_key`);--> statement-breakpoint
CREATE INDEX `mailbox_organization` ON `mailbox` (`organization_id`,`at`);--> statement-breakpoint
CREATE TABLE `attendees` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`event_id` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`locale` text,
	`attributes` text NOT NULL,
	`edited_fields` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `attendees_email` ON `attendees` (`organization_id`,`event_id`,`email`);--> statement-breakpoint
CREATE INDEX `attendees_name` ON `attendees` (`organization_id`,`event_id`,`name`);--> statement-breakpoint
CREATE TABLE `orders` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`event_id` text NOT NULL,
	`source` text NOT NULL,
	`external_id` text NOT NULL,
	`code` text NOT NULL,
	`buyer_name` text NOT NULL,
	`buyer_email` text NOT NULL,
	`state` text NOT NULL,
	`total_minor` integer NOT NULL,
	`refunded_minor` integer DEFAULT 0 NOT NULL,
	`currency` text NOT NULL,
	`placed_at` integer NOT NULL,
	`payment_ref` text,
	`edited_fields` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `orders_source` ON `orders` (`event_id`,`source`,`external_id`);--> statement-breakpoint
CREATE INDEX `orders_code` ON `orders` (`organization_id`,`event_id`,lower("code"));--> statement-breakpoint
CREATE INDEX `orders_email` ON `orders` (`organization_id`,`event_id`,`buyer_email`);--> statement-breakpoint
CREATE INDEX `orders_placed` ON `orders` (`organization_id`,`event_id`,`placed_at`);--> statement-breakpoint
CREATE TABLE `refunds` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`event_id` text NOT NULL,
	`order_id` text NOT NULL,
	`ticket_id` text,
	`amount_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`reason` text NOT NULL,
	`state` text NOT NULL,
	`command_id` text NOT NULL,
	`provider_ref` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `refunds_order` ON `refunds` (`organization_id`,`order_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `refunds_command` ON `refunds` (`command_id`);--> statement-breakpoint
CREATE TABLE `ticket_types` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`event_id` text NOT NULL,
	`name` text NOT NULL,
	`price_minor` integer,
	`currency` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ticket_types_name` ON `ticket_types` (`event_id`,`name`);--> statement-breakpoint
CREATE INDEX `ticket_types_organization` ON `ticket_types` (`organization_id`,`event_id`);--> statement-breakpoint
CREATE TABLE `tickets` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`event_id` text NOT NULL,
	`order_id` text NOT NULL,
	`ticket_type_id` text,
	`attendee_id` text,
	`source` text NOT NULL,
	`external_id` text NOT NULL,
	`secret` text NOT NULL,
	`state` text NOT NULL,
	`price_minor` integer NOT NULL,
	`currency` text NOT NULL,
	`checked_in_at` integer,
	`edited_fields` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`ticket_type_id`) REFERENCES `ticket_types`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tickets_source` ON `tickets` (`event_id`,`source`,`external_id`);--> statement-breakpoint
CREATE INDEX `tickets_order` ON `tickets` (`organization_id`,`order_id`);--> statement-breakpoint
CREATE INDEX `tickets_attendee` ON `tickets` (`organization_id`,`attendee_id`);--> statement-breakpoint
CREATE INDEX `tickets_event` ON `tickets` (`organization_id`,`event_id`,`state`);--> statement-breakpoint
CREATE TABLE `transfers` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`event_id` text NOT NULL,
	`ticket_id` text NOT NULL,
	`from_attendee_id` text NOT NULL,
	`to_attendee_id` text NOT NULL,
	`from_secret` text NOT NULL,
	`state` text NOT NULL,
	`undo_token_hash` text NOT NULL,
	`undo_until` integer NOT NULL,
	`created_at` integer NOT NULL,
	`undone_at` integer,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `transfers_ticket` ON `transfers` (`organization_id`,`ticket_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `transfers_undo` ON `transfers` (`undo_token_hash`);--> statement-breakpoint
CREATE TABLE `approvals` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`event_id` text NOT NULL,
	`agent` text NOT NULL,
	`run_id` text NOT NULL,
	`call_id` text NOT NULL,
	`conversation_id` text,
	`tool` text NOT NULL,
	`input` text NOT NULL,
	`preview` text NOT NULL,
	`verdict` text NOT NULL,
	`reasoning` text NOT NULL,
	`evidence` text NOT NULL,
	`risk` text NOT NULL,
	`hash` text NOT NULL,
	`bound_facts` text NOT NULL,
	`policy_version` integer NOT NULL,
	`editable_fields` text NOT NULL,
	`state` text NOT NULL,
	`version` integer NOT NULL,
	`edited_from` text,
	`decided_by` text,
	`decided_at` integer,
	`decision_reason` text,
	`outcome` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `approvals_pending` ON `approvals` (`organization_id`,`state`,`created_at`);--> statement-breakpoint
CREATE INDEX `approvals_event` ON `approvals` (`organization_id`,`event_id`,`created_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `approvals_call` ON `approvals` (`run_id`,`call_id`,`hash`);--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`key` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`request_hash` text NOT NULL,
	`status` integer,
	`body` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `idempotency_keys_created` ON `idempotency_keys` (`created_at`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`event_id` text NOT NULL,
	`agent` text NOT NULL,
	`run_id` text,
	`approval_id` text,
	`activity_id` text,
	`kind` text NOT NULL,
	`target` text NOT NULL,
	`idempotency_key` text NOT NULL,
	`payload` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`next_attempt_at` integer NOT NULL,
	`lease_until` integer,
	`last_error` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_key` ON `outbox` (`organization_id`,`idempotency_key`);--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`event_id`,`state`,`next_attempt_at`);--> statement-breakpoint
CREATE INDEX `outbox_target` ON `outbox` (`organization_id`,`target`,`created_at`);--> statement-breakpoint
CREATE TABLE `receipts` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`command_id` text NOT NULL,
	`outcome` text NOT NULL,
	`provider` text NOT NULL,
	`provider_ref` text,
	`detail` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`command_id`) REFERENCES `outbox`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `receipts_command` ON `receipts` (`command_id`,`at`);--> statement-breakpoint
CREATE INDEX `receipts_provider` ON `receipts` (`provider`,`provider_ref`);--> statement-breakpoint
CREATE TABLE `runs` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`event_id` text NOT NULL,
	`agent` text NOT NULL,
	`trigger` text NOT NULL,
	`conversation_id` text,
	`playbook` text,
	`state` text NOT NULL,
	`outcome` text,
	`model` text NOT NULL,
	`iterations` integer NOT NULL,
	`input_tokens` integer NOT NULL,
	`output_tokens` integer NOT NULL,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `runs_event` ON `runs` (`organization_id`,`event_id`,`started_at`);--> statement-breakpoint
CREATE TABLE `suppressions` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`channel` text NOT NULL,
	`address` text NOT NULL,
	`reason` text NOT NULL,
	`source` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `suppressions_address` ON `suppressions` (`organization_id`,`channel`,`address`);--> statement-breakpoint
CREATE TABLE `webhook_events` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`received_at` integer NOT NULL
);
