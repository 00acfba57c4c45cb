export interface ToolCall {
  id: string;
  name: string;
  /** As the model wrote them; parsed and checked by the pipeline. */
  args: unknown;
}
