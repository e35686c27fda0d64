// Where logs go, in the same region as the data; they hold no message texts and no names. Application Insights is left out:
// the program sends it nothing.
param name string
param location string
param logDays int
param tags object

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: 'log-${name}'
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: logDays
  }
}

output workspaceName string = workspace.name
output workspaceId string = workspace.id
